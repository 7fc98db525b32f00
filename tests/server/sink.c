/* SPDX-License-Identifier: MIT */
/* A receiver that says yes to everything, fast: for measuring senders.
 * Prints its port, then counts requests until its standard input ends. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define PEERS 256

struct peer {
    char buf[65536];
    size_t len;
};

static struct peer peers[PEERS];
static struct pollfd fds[PEERS + 2];
static size_t requests;

static const char answer[] = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

static int listen_somewhere(void)
{
    struct sockaddr_in in = {.sin_family = AF_INET};
    socklen_t len = sizeof in;
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    in.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (fd < 0 || bind(fd, (struct sockaddr *)&in, len) != 0 || listen(fd, 256) != 0 ||
        getsockname(fd, (struct sockaddr *)&in, &len) != 0)
        exit(1);
    printf("%d\n", ntohs(in.sin_port));
    fflush(stdout);
    return fd;
}

/* The bytes of the first request in `p`, 0 while it is not whole. */
static size_t whole_request(struct peer *p)
{
    p->buf[p->len] = '\0';
    char *end = strstr(p->buf, "\r\n\r\n");
    char *length = strstr(p->buf, "Content-Length: ");
    if (!end || !length || length > end)
        return 0;
    size_t need = (size_t)(end - p->buf) + 4 + strtoul(length + 16, NULL, 10);
    return p->len >= need ? need : 0;
}

static bool serve(int fd, struct peer *p)
{
    ssize_t n = read(fd, p->buf + p->len, sizeof p->buf - 1 - p->len);
    if (n <= 0)
        return false;
    p->len += (size_t)n;
    size_t size;
    while ((size = whole_request(p)) > 0) {
        requests++;
        if (write(fd, answer, sizeof answer - 1) < 0)
            return false;
        memmove(p->buf, p->buf + size, p->len - size);
        p->len -= size;
    }
    return true;
}

static void accept_one(int server)
{
    int fd = accept(server, NULL, NULL);
    for (size_t i = 0; fd >= 0 && i < PEERS; i++)
        if (fds[i + 2].fd < 0) {
            fds[i + 2] = (struct pollfd){fd, POLLIN, 0};
            peers[i].len = 0;
            return;
        }
    close(fd);
}

int main(void)
{
    fds[0] = (struct pollfd){STDIN_FILENO, POLLIN, 0};
    fds[1] = (struct pollfd){listen_somewhere(), POLLIN, 0};
    for (size_t i = 0; i < PEERS; i++)
        fds[i + 2].fd = -1;
    while (poll(fds, PEERS + 2, -1) > 0 && !fds[0].revents) {
        for (size_t i = 0; i < PEERS; i++)
            if (fds[i + 2].fd >= 0 && fds[i + 2].revents && !serve(fds[i + 2].fd, &peers[i])) {
                close(fds[i + 2].fd);
                fds[i + 2].fd = -1;
            }
        if (fds[1].revents)
            accept_one(fds[1].fd);
    }
    printf("%zu\n", requests);
    return 0;
}
