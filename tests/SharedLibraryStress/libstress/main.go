// Package main is a Go library that is called from many threads at once, in every way that a thread can get in and out of Go.
package main

/*
#include <stdint.h>

typedef int32_t (*callback)(int32_t);
typedef int32_t (*stress_teller)(void *state, int32_t n);
typedef struct { int32_t x; double y; } stress_point;
typedef uintptr_t stress_thing_handle;

static inline int32_t invoke(callback f, int32_t n) { return f(n); }
static inline int32_t tell(stress_teller f, void *state, int32_t n) { return f(state, n); }

void storm_join(void);
int64_t storm_start(int32_t microseconds);
int64_t storm_count(void);
int32_t storm_blocked(void);
*/
import "C"

import (
	"context"
	"fmt"
	"runtime"
	"runtime/cgo"
	"sync"
	"unsafe"
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

//gotoolchain:ignore
//export stress_callback
func stress_callback(f C.callback, n int32) int32 { return int32(C.invoke(f, C.int32_t(n))) }

// Calls back on another thread than the caller's: the caller waits on its own.
//
//gotoolchain:ignore
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

// Tell calls back, as often as it is told.
//
//export stress_tell
func stress_tell(f C.stress_teller, state unsafe.Pointer, n, times int32) (sum int32) {
	for i := int32(0); i < times; i++ {
		sum += int32(C.tell(f, state, C.int32_t(n)))
	}
	return sum
}

// TellElsewhere calls back on another thread than the caller's: the caller waits on its own.
//
//export stress_tell_elsewhere
func stress_tell_elsewhere(f C.stress_teller, state unsafe.Pointer, n int32) int32 {
	result := make(chan int32)
	go func() {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		result <- int32(C.tell(f, state, C.int32_t(n))) + deep(20) - 21
	}()
	return <-result
}

// Echo returns what it gets.
//
//gotoolchain:string text length
//export stress_echo
func stress_echo(in string) (text unsafe.Pointer, length int) { return C.CBytes([]byte(in)), len(in) }

// Fail returns its text as an error.
//
//export stress_fail
func stress_fail(text string) (n int32, err *C.char) { return 1, C.CString(text) }

// Panics without an end of its own.
//
//export stress_panic_out
func stress_panic_out(n int32) int32 { panic(fmt.Sprint("out of ", n)) }

// Sum adds up the fields of points.
//
//export stress_sum
func stress_sum(points []C.stress_point) C.stress_point {
	var sum C.stress_point
	for _, p := range points {
		sum.x += p.x
		sum.y += p.y
	}
	return sum
}

// Open opens a thing.
//
//export stress_open
func stress_open(n int32) C.stress_thing_handle { return C.stress_thing_handle(cgo.NewHandle(n)) }

// Read says what is in it.
//
//export stress_read
func stress_read(thing C.stress_thing_handle) int32 { return cgo.Handle(thing).Value().(int32) }

// Wait waits until it is cancelled.
//
//gotoolchain:context ctx
//export stress_wait
func stress_wait(ctx uintptr) (err *C.char) {
	c := cgo.Handle(ctx).Value().(context.Context)
	<-c.Done()
	return C.CString(c.Err().Error())
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
