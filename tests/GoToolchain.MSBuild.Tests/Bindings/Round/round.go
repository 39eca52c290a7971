// Package main sends back what it gets, in every way that bindings know.
package main

/*
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

typedef enum { ROUND_NONE, ROUND_SOME = 5, ROUND_MANY } round_amount;
typedef struct { bool on; int8_t small; double real; int64_t large; round_amount amount; } round_point;
typedef struct { char name[16]; int32_t values[4]; } round_record;
typedef void (*round_teller)(void *state, const char *text, bool last);
typedef uintptr_t round_counter_handle;

static inline void round_tell(round_teller f, void *state, const char *text, bool last) { f(state, text, last); }
*/
import "C"

import (
	"fmt"
	"runtime/cgo"
	"sync/atomic"
	"unsafe"
)

// A string there and back: any bytes.
//
//gotoolchain:string text length
//export round_text
func round_text(in string) (text unsafe.Pointer, length int) { return C.CBytes([]byte(in)), len(in) }

// As pointer and length.
//
//gotoolchain:string in length
//gotoolchain:string text size
//export round_pair
func round_pair(in *C.char, length C.int32_t) (text *C.char, size C.size_t) {
	s := C.GoStringN(in, C.int(length))
	return (*C.char)(C.CBytes([]byte(s))), C.size_t(len(s))
}

// With a zero at the end.
//
//export round_terminated
func round_terminated(in *C.char) *C.char {
	if in == nil {
		return nil
	}
	return C.CString(C.GoString(in))
}

//gotoolchain:slice data length
//export round_bytes
func round_bytes(in []byte) (data unsafe.Pointer, length int) { return C.CBytes(in), len(in) }

//gotoolchain:slice data length
//export round_reals
func round_reals(in []float64) (data *C.double, length int) {
	size := C.size_t(len(in)) * 8
	data = (*C.double)(C.malloc(size + 1))
	copy(unsafe.Slice((*float64)(data), len(in)), in)
	return data, len(in)
}

//gotoolchain:slice data length
//export round_points
func round_points(in []C.round_point) (data *C.round_point, length int) {
	data = (*C.round_point)(C.malloc(C.size_t(len(in)+1) * C.size_t(unsafe.Sizeof(C.round_point{}))))
	copy(unsafe.Slice(data, len(in)), in)
	return data, len(in)
}

//export round_point_of
func round_point_of(p C.round_point) C.round_point { return p }

//export round_numbers
func round_numbers(a int8, b uint8, c int16, d uint16, e int32, f uint32, g int64, h uint64, i int, j uint, k float32, l bool) (int8, uint8, int16, uint16, int32, uint32, int64, uint64, int, uint, float32, bool) {
	return a, b, c, d, e, f, g, h, i, j, k, l
}

// Reverse works where the numbers lie.
//
//gotoolchain:inout numbers
//export round_reverse
func round_reverse(numbers []int32) {
	for i, j := 0, len(numbers)-1; i < j; i, j = i+1, j-1 {
		numbers[i], numbers[j] = numbers[j], numbers[i]
	}
}

// Halve has its results where its caller wants them.
//
//gotoolchain:out half
//gotoolchain:out rest
//export round_halve
func round_halve(n int64, half *int64, rest *bool) (err *C.char) {
	if n < 0 {
		return C.CString(fmt.Sprint("negative: ", n))
	}
	*half, *rest = n/2, n%2 != 0
	return nil
}

//export round_next
func round_next(record *C.round_record) {
	record.name[0]++
	for i := range record.values {
		record.values[i]++
	}
}

//export round_fail
func round_fail(text string) (n int32, err *C.char) { return 7, C.CString(text) }

//export round_panic
func round_panic(text string) int32 { panic(text) }

//export round_nil
func round_nil() (n int32, err *C.char) { return *(*int32)(nil), nil }

// Tell tells words, one after the other.
//
//export round_words
func round_words(teller C.round_teller, state unsafe.Pointer, n int) {
	for i := 0; i < n; i++ {
		text := C.CString(fmt.Sprint("word ", i))
		C.round_tell(teller, state, text, i == n-1)
		C.free(unsafe.Pointer(text))
	}
}

var open atomic.Int64

//export round_open
func round_open(start int64) C.round_counter_handle {
	open.Add(1)
	n := start
	return C.round_counter_handle(cgo.NewHandle(&n))
}

//export round_count
func round_count(counter C.round_counter_handle) int64 {
	return atomic.AddInt64(cgo.Handle(counter).Value().(*int64), 1)
}

// Close is what a handle does at its end.
//
//gotoolchain:release
//export round_close
func round_close(counter C.round_counter_handle) {
	open.Add(-1)
	cgo.Handle(counter).Delete()
}

//export round_open_count
func round_open_count() int64 { return open.Load() }

// What cannot be bound.
//
//export round_map
func round_map(m map[string]int) {}

func main() {}
