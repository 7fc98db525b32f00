/* SPDX-License-Identifier: MIT */
#ifndef NCPI_FURNITURE_H
#define NCPI_FURNITURE_H

/* Words that pages put around an article. Each list ends in NULL; all are in
 * lower case with straight apostrophes. */

extern const char *const ncpi_tail_starts[];   /* whole lines after which no article follows */
extern const char *const ncpi_menu_words[];    /* whole lines that are buttons */
extern const char *const ncpi_notices[];       /* anywhere in a short paragraph */
extern const char *const ncpi_notice_starts[]; /* at its start */
extern const char *const ncpi_byline_starts[];
extern const char *const ncpi_date_words[];       /* months and what tells a date line */
extern const char *const ncpi_sales_calls[];      /* in a short paragraph near the end */
extern const char *const ncpi_bio_phrases[];      /* in a finished caption's link line */
extern const char *const ncpi_caption_headings[]; /* in the heading above a finished caption */

#endif
