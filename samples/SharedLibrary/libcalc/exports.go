// Package main is a library for .NET: `go build -buildmode=c-shared` makes every function with an export comment one of C, and
// GoToolchain.MSBuild makes a method of C# of each.
//
// Strings and slices that come in lie in memory of .NET and are only read during the call. What goes out as a pointer was made by C.CString; the method in C#
// copies it and gives it back.
package main

/*
#include <stdbool.h>
#include <stdint.h>

typedef struct { double value; int32_t weight; } calc_sample;
typedef struct { int64_t count; double mean, min, max; } calc_summary;
typedef bool (*calc_progress)(void *state, int32_t prime);
typedef uintptr_t calc_series_handle;

static inline bool calc_tell(calc_progress progress, void *state, int32_t prime) { return progress(state, prime); }
*/
import "C"

import (
	"context"
	"runtime/cgo"
	"unsafe"
)

// Greet says hello to somebody, and then louder.
//
//export calc_greet
func calc_greet(name string) *C.char { return C.CString(greet(name)) }

// Summarize says what samples have in common. There has to be one, each has to be a number, and no weight may be negative.
//
//export calc_summarize
func calc_summarize(samples []C.calc_sample) (summary C.calc_summary, failure *C.char) {
	in := make([]sample, 0, len(samples))
	for _, s := range samples {
		in = append(in, sample{float64(s.value), int(s.weight)})
	}
	s, err := summarize(in)
	if err != nil {
		return summary, C.CString(err.Error())
	}
	return C.calc_summary{count: C.int64_t(s.count), mean: C.double(s.mean), min: C.double(s.min), max: C.double(s.max)}, nil
}

// Primes tells the primes up to a limit one after the other, until progress returns false, and returns how many were told.
//
//export calc_primes
func calc_primes(limit int32, progress C.calc_progress, state unsafe.Pointer) (found int32, failure *C.char) {
	return int32(primes(int(limit), func(prime int) bool {
		return bool(C.calc_tell(progress, state, C.int32_t(prime)))
	})), nil
}

// LargestPrime searches for the largest prime up to a limit, by trying everything: it can take long.
//
//gotoolchain:context ctx
//export calc_largest_prime
func calc_largest_prime(limit int64, ctx uintptr) (prime int64, failure *C.char) {
	prime, err := largestPrime(cgo.Handle(ctx).Value().(context.Context), limit)
	if err != nil {
		return 0, C.CString(err.Error())
	}
	return prime, nil
}

// OpenSeries begins a series of numbers.
//
//export calc_open_series
func calc_open_series() C.calc_series_handle { return C.calc_series_handle(cgo.NewHandle(&series{})) }

// Add appends a number to a series and returns the sum of all of it.
//
//export calc_add
func calc_add(s C.calc_series_handle, number float64) float64 {
	return cgo.Handle(s).Value().(*series).add(number)
}

func main() {}
