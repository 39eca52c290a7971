// A native thread that sends the signal of the .NET runtime (SIGRTMIN) to every thread that joined, as fast as it is told.
#define _GNU_SOURCE
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

#define MAX_THREADS 4096

static _Atomic int32_t threads[MAX_THREADS];
static _Atomic int32_t joined;
static _Atomic int64_t sent;
static _Thread_local int here;

void storm_join(void) {
    if (!here) {
        here = 1;
        atomic_store(&threads[atomic_fetch_add(&joined, 1) % MAX_THREADS], (int32_t)syscall(SYS_gettid));
    }
}

static void *storm(void *argument) {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, 0);
    for (;;) {
        int32_t n = atomic_load(&joined);
        for (int32_t i = 0; i < n && i < MAX_THREADS; i++) {
            int32_t thread = atomic_load(&threads[i]);
            if (thread && syscall(SYS_tgkill, getpid(), thread, SIGRTMIN) == 0) {
                atomic_fetch_add(&sent, 1);
            } else {
                atomic_store(&threads[i], 0);
            }
        }
        usleep((useconds_t)(intptr_t)argument);
    }
    return 0;
}

int64_t storm_start(int32_t microseconds) {
    pthread_t thread;
    return pthread_create(&thread, 0, storm, (void *)(intptr_t)microseconds);
}

int64_t storm_count(void) { return atomic_load(&sent); }

int32_t storm_blocked(void) {
    sigset_t blocked;
    pthread_sigmask(SIG_BLOCK, 0, &blocked);
    return sigismember(&blocked, SIGRTMIN);
}
