// Package main is a library for .NET: `go build -buildmode=c-shared` makes every function with an export comment one of C.
//
// Who frees what: what .NET passes in belongs to .NET and is only read during the call. What comes out as a pointer was made here, and goes back
// to calc_free.
package main

/*
#include <stdint.h>
#include <stdlib.h>

typedef struct { double value; int32_t weight; } calc_sample;
typedef struct { int64_t count; double mean, min, max; } calc_summary;
typedef int32_t (*calc_progress)(void *state, int32_t prime);

static inline int32_t calc_tell(calc_progress progress, void *state, int32_t prime) { return progress(state, prime); }
*/
import "C"

import (
	"fmt"
	"unsafe"
)

// The guards of GoToolchain.MSBuild let Go meet each thread with this, before the first call that matters.
//
//export gotoolchain_bind
func gotoolchain_bind() {}

//export calc_free
func calc_free(p unsafe.Pointer) { C.free(p) }

// A string is a pointer and a length, so it may hold zeros and needs no copy on the way in.
//
//export calc_greet
func calc_greet(name *C.char, length C.int32_t) *C.char {
	return C.CString(greet(C.GoStringN(name, C.int(length))))
}

// Every function that can fail returns its error as text, or nil; the result goes where out points to.
//
//export calc_summarize
func calc_summarize(samples *C.calc_sample, count C.int32_t, out *C.calc_summary) (failure *C.char) {
	defer recovered(&failure)
	in := make([]sample, 0, count)
	for _, s := range unsafe.Slice(samples, count) {
		in = append(in, sample{float64(s.value), int(s.weight)})
	}
	s, err := summarize(in)
	if err != nil {
		return C.CString(err.Error())
	}
	*out = C.calc_summary{count: C.int64_t(s.count), mean: C.double(s.mean), min: C.double(s.min), max: C.double(s.max)}
	return nil
}

// Calls back for each prime, and passes on what .NET needs to find its object again: state.
//
//export calc_primes
func calc_primes(limit C.int32_t, progress C.calc_progress, state unsafe.Pointer, found *C.int32_t) (failure *C.char) {
	defer recovered(&failure)
	*found = C.int32_t(primes(int(limit), func(prime int) bool {
		return C.calc_tell(progress, state, C.int32_t(prime)) != 0
	}))
	return nil
}

// A panic that leaves an export ends the process, .NET and all; so it must not.
func recovered(failure **C.char) {
	if p := recover(); p != nil {
		*failure = C.CString(fmt.Sprint("panic: ", p))
	}
}

func main() {}
