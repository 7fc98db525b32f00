/* SPDX-License-Identifier: MIT */
/* Finding keys of front matter whatever their spelling. */
#include "meta_place.h"

#include <string.h>

static void add_plain(const char *key, struct ncp_buf *out)
{
    for (; *key; key++) {
        if (*key >= 'A' && *key <= 'Z')
            ncp_buf_add_char(out, (char)(*key - 'A' + 'a'));
        else if (!strchr("-_: ", *key))
            ncp_buf_add_char(out, *key);
    }
}

static bool note_name(struct ncpi_meta_place *place, const char *key, struct ncp_buf *plain)
{
    ncp_buf_clear(plain);
    add_plain(key, plain);
    if (plain->failed)
        return false;
    if (plain->len == 0 || json_object_get(place->names, plain->ptr))
        return true;
    return json_object_set_new(place->names, plain->ptr, json_string(key)) == 0;
}

static bool note_names(struct ncpi_meta_place *place)
{
    struct ncp_buf plain = NCP_BUF_INIT;
    bool done = true;
    const char *key;
    json_t *value;
    json_object_foreach(place->map, key, value)
    {
        done = done && note_name(place, key, &plain);
    }
    ncp_buf_free(&plain);
    return done;
}

/* The member of `map` under the first `len` bytes of `name`, in any case. */
static json_t *member(json_t *map, const char *name, size_t len)
{
    const char *key;
    json_t *value;
    json_object_foreach(map, key, value)
    {
        if (ncp_str_equal_nocase(ncp_str_from(key), (struct ncp_str){name, len}))
            return value;
    }
    return NULL;
}

bool ncpi_meta_open(struct ncpi_meta_place *place, json_t *top, const char *path)
{
    const char *step = path;
    while (top && *step) {
        size_t len = strcspn(step, ".");
        top = member(top, step, len);
        step += len + (step[len] == '.');
    }
    *place = (struct ncpi_meta_place){path, json_is_object(top) ? top : NULL, NULL};
    if (!place->map)
        return true;
    place->names = json_object();
    return place->names && note_names(place);
}

void ncpi_meta_close(struct ncpi_meta_place *place)
{
    json_decref(place->names);
    *place = (struct ncpi_meta_place){NULL, NULL, NULL};
}

json_t *ncpi_meta_get(const struct ncpi_meta_place *place, const char *plain, const char **key)
{
    const char *name = json_string_value(json_object_get(place->names, plain));
    void *at = name ? json_object_iter_at(place->map, name) : NULL;
    if (key)
        *key = at ? json_object_iter_key(at) : NULL;
    return at ? json_object_iter_value(at) : NULL;
}
