/* SPDX-License-Identifier: MIT */
/* Address ranges that are not the public internet. */
#include "address.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>

struct range {
    uint8_t bytes[16];
    unsigned bits;
};

static const struct range ranges4[] = {
    {{0}, 8},             /* this network */
    {{10}, 8},            /* private */
    {{100, 64}, 10},      /* carrier-grade NAT */
    {{127}, 8},           /* loopback */
    {{169, 254}, 16},     /* link-local */
    {{172, 16}, 12},      /* private */
    {{192, 0, 0}, 24},    /* protocol assignments */
    {{192, 0, 2}, 24},    /* documentation */
    {{192, 88, 99}, 24},  /* 6to4 relays */
    {{192, 168}, 16},     /* private */
    {{198, 18}, 15},      /* benchmarks */
    {{198, 51, 100}, 24}, /* documentation */
    {{203, 0, 113}, 24},  /* documentation */
    {{224}, 3},           /* multicast, reserved, broadcast */
};

/* Everything outside 2000::/3 is no public unicast address. */
static const struct range public6 = {{0x20}, 3};

static const struct range ranges6[] = {
    {{0x20, 0x01, 0x00}, 23},       /* protocol assignments, Teredo among them */
    {{0x20, 0x01, 0x0d, 0xb8}, 32}, /* documentation */
    {{0x3f, 0xff, 0x00}, 20},       /* documentation */
};

/* Where an IPv4 address stands inside an IPv6 one. */
static const struct {
    struct range range;
    size_t at;
} carriers[] = {
    {{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, 96}, 12}, /* IPv4-mapped */
    {{{0x00, 0x64, 0xff, 0x9b}, 96}, 12},                   /* NAT64 */
    {{{0x20, 0x02}, 16}, 2},                                /* 6to4 */
};

static bool within(const uint8_t *address, const struct range *range)
{
    size_t whole = range->bits / 8;
    unsigned rest = range->bits % 8;
    if (memcmp(address, range->bytes, whole) != 0)
        return false;
    return rest == 0 || ((address[whole] ^ range->bytes[whole]) >> (8 - rest)) == 0;
}

static bool private4(const uint8_t *address)
{
    for (size_t i = 0; i < sizeof ranges4 / sizeof *ranges4; i++)
        if (within(address, &ranges4[i]))
            return true;
    return false;
}

static bool private6(const uint8_t *address)
{
    for (size_t i = 0; i < sizeof carriers / sizeof *carriers; i++)
        if (within(address, &carriers[i].range))
            return private4(address + carriers[i].at);
    if (!within(address, &public6))
        return true;
    for (size_t i = 0; i < sizeof ranges6 / sizeof *ranges6; i++)
        if (within(address, &ranges6[i]))
            return true;
    return false;
}

bool ncpi_address_private(const struct sockaddr *address)
{
    uint8_t bytes[16];
    if (address->sa_family == AF_INET) {
        struct sockaddr_in in;
        memcpy(&in, address, sizeof in);
        memcpy(bytes, &in.sin_addr, 4);
        return private4(bytes);
    }
    if (address->sa_family == AF_INET6) {
        struct sockaddr_in6 in6;
        memcpy(&in6, address, sizeof in6);
        memcpy(bytes, &in6.sin6_addr, 16);
        return private6(bytes);
    }
    return true;
}

static bool is_localhost(struct ncp_str host)
{
    if (host.len > 0 && host.ptr[host.len - 1] == '.')
        host.len--;
    struct ncp_str name = NCP_STR("localhost");
    if (host.len < name.len)
        return false;
    struct ncp_str tail = ncp_str_sub(host, host.len - name.len, host.len);
    return ncp_str_equal_nocase(tail, name) &&
           (host.len == name.len || host.ptr[host.len - name.len - 1] == '.');
}

bool ncpi_host_private(const char *host)
{
    uint8_t bytes[16];
    char literal[64];
    struct ncp_str name = ncp_str_from(host);
    if (is_localhost(name))
        return true;
    if (name.len > 2 && name.ptr[0] == '[')
        name = ncp_str_sub(name, 1, name.len - 1);
    size_t zone = ncp_str_find(name, NCP_STR("%"), 0);
    name = ncp_str_sub(name, 0, zone);
    if (name.len >= sizeof literal)
        return false;
    memcpy(literal, name.ptr, name.len);
    literal[name.len] = '\0';
    if (inet_pton(AF_INET, literal, bytes) == 1)
        return private4(bytes);
    return inet_pton(AF_INET6, literal, bytes) == 1 && private6(bytes);
}
