/* SPDX-License-Identifier: MIT */
/* Proxies from the environment. The choice is made here and not in libcurl, so
 * that the check of addresses knows whether the peer is a proxy. */
#include "proxy.h"

#include <stdlib.h>
#include <string.h>

static const char *first_set(const char *const *names)
{
    for (; *names; names++) {
        const char *value = getenv(*names);
        if (value && *value)
            return value;
    }
    return NULL;
}

/* `pattern` is a host, or a domain with or without a dot before it. */
static bool matches(struct ncp_str host, struct ncp_str pattern)
{
    if (pattern.len > 0 && pattern.ptr[0] == '.')
        pattern = ncp_str_sub(pattern, 1, pattern.len);
    if (pattern.len == 0 || host.len < pattern.len)
        return false;
    struct ncp_str tail = ncp_str_sub(host, host.len - pattern.len, host.len);
    return ncp_str_equal_nocase(tail, pattern) &&
           (host.len == pattern.len || host.ptr[host.len - pattern.len - 1] == '.');
}

static bool excepted(const char *host)
{
    static const char *const names[] = {"no_proxy", "NO_PROXY", NULL};
    struct ncp_str list = ncp_str_from(first_set(names));
    if (ncp_str_equal(ncp_str_trim(list), NCP_STR("*")))
        return true;
    size_t start = 0;
    for (size_t i = 0; i <= list.len; i++) {
        if (i < list.len && !strchr(", \t", list.ptr[i]))
            continue;
        if (matches(ncp_str_from(host), ncp_str_sub(list, start, i)))
            return true;
        start = i + 1;
    }
    return false;
}

const char *ncpi_proxy_for(const char *host, bool https)
{
    static const char *const secure[] = {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY",
                                         NULL};
    static const char *const plain[] = {"http_proxy", "all_proxy", "ALL_PROXY", NULL};
    return excepted(host) ? NULL : first_set(https ? secure : plain);
}
