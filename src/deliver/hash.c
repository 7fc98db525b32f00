/* SPDX-License-Identifier: MIT */
/* Ids as hashes. */
#include "hash.h"

#include <openssl/evp.h>
#include <string.h>

void ncpi_hash_bytes(const char *const *parts, size_t count, unsigned char *bytes)
{
    memset(bytes, 0, 32);
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    if (!context || EVP_DigestInit_ex(context, EVP_sha256(), NULL) != 1)
        goto done;
    for (size_t i = 0; i < count; i++)
        if (EVP_DigestUpdate(context, parts[i], strlen(parts[i]) + 1) != 1)
            goto done;
    EVP_DigestFinal_ex(context, bytes, NULL);
done:
    EVP_MD_CTX_free(context);
}

void ncpi_hash_id(const char *const *parts, size_t count, char *hex)
{
    static const char digits[] = "0123456789abcdef";
    unsigned char bytes[32];
    ncpi_hash_bytes(parts, count, bytes);
    for (size_t i = 0; i < 16; i++) {
        hex[2 * i] = digits[bytes[i] >> 4];
        hex[2 * i + 1] = digits[bytes[i] & 15];
    }
    hex[32] = '\0';
}
