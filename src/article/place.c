/* SPDX-License-Identifier: MIT */
/* From bytes and code points to lines and columns. */
#include "place.h"

#include "ncpost/text.h"

struct ncpi_place ncpi_place_start(struct ncp_str text, size_t line)
{
    return (struct ncpi_place){text, 0, 0, line, 1};
}

static bool ends_line(struct ncp_str text, size_t at)
{
    if (text.ptr[at] == '\r')
        return at + 1 == text.len || text.ptr[at + 1] != '\n';
    return text.ptr[at] == '\n';
}

static void step(struct ncpi_place *place)
{
    int32_t cp;
    bool line_ends = ends_line(place->text, place->at);
    place->at += ncp_utf8_next(place->text, place->at, &cp);
    place->point++;
    place->column++;
    if (line_ends) {
        place->line++;
        place->column = 1;
    }
}

void ncpi_place_to_byte(struct ncpi_place *place, size_t at)
{
    while (place->at < at && place->at < place->text.len)
        step(place);
}

void ncpi_place_to_point(struct ncpi_place *place, size_t point)
{
    while (place->point < point && place->at < place->text.len)
        step(place);
}
