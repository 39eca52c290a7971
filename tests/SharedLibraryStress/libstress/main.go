// Package main is a Go library that is called from many threads at once, in every way that a thread can get in and out of Go.
package main

/*
#include <stdint.h>

typedef int32_t (*callback)(int32_t);

static inline int32_t invoke(callback f, int32_t n) { return f(n); }

void storm_join(void);
int64_t storm_start(int32_t microseconds);
int64_t storm_count(void);
int32_t storm_blocked(void);
*/
import "C"

import (
	"runtime"
	"sync"
)

//export gotoolchain_bind
func gotoolchain_bind() {}

//export stress_add
func stress_add(a, b int32) int32 { return a + b }

// Grows the stack of its goroutine, which moves it.
//
//export stress_deep
func stress_deep(n int32) int32 { return deep(n) }

func deep(n int32) int32 {
	var pad [256]byte
	pad[n%256] = 1
	if n == 0 {
		return int32(pad[0])
	}
	return deep(n-1) + int32(pad[n%256])
}

//export stress_spawn
func stress_spawn(n int32) int32 {
	var wait sync.WaitGroup
	sum := make([]int32, n)
	for i := range sum {
		wait.Add(1)
		go func(i int) {
			defer wait.Done()
			sum[i] = deep(3)
		}(i)
	}
	wait.Wait()
	total := int32(0)
	for _, s := range sum {
		total += s
	}
	return total
}

//export stress_callback
func stress_callback(f C.callback, n int32) int32 { return int32(C.invoke(f, C.int32_t(n))) }

// Calls back on another thread than the caller's: the caller waits on its own.
//
//export stress_callback_elsewhere
func stress_callback_elsewhere(f C.callback, n int32) int32 {
	result := make(chan int32)
	go func() {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		result <- int32(C.invoke(f, C.int32_t(n))) + deep(20) - 21
	}()
	return <-result
}

// A nil pointer in Go is a SIGSEGV, which Go's handler makes a panic.
//
//export stress_panic
func stress_panic(n int32) (result int32) {
	defer func() {
		if recover() != nil {
			result = n
		}
	}()
	var p *int32
	return *p
}

//export stress_collect
func stress_collect() { runtime.GC() }

//export stress_storm_join
func stress_storm_join() { C.storm_join() }

//export stress_storm_start
func stress_storm_start(microseconds int32) int64 { return int64(C.storm_start(C.int32_t(microseconds))) }

//export stress_storm_count
func stress_storm_count() int64 { return int64(C.storm_count()) }

// Whether the signal of the .NET runtime is kept from this thread.
//
//export stress_blocked
func stress_blocked() int32 { return int32(C.storm_blocked()) }

func main() {}
