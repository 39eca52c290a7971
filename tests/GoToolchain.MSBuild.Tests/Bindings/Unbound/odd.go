package main

/*
#include <stdint.h>
#include <time.h>

typedef struct { unsigned int bits : 3; } odd_bits;
typedef int32_t (*odd_callback)(int32_t);
typedef union { int32_t i; float f; } odd_union;
*/
import "C"

import "unsafe"

//export odd_map
func odd_map(m map[string]int) {}

//export odd_interface
func odd_interface(v interface{}) {}

//export odd_complex
func odd_complex(c complex128) {}

//export odd_string
func odd_string() string { return "x" }

//export odd_slice
func odd_slice() []byte { return nil }

//export odd_strings
func odd_strings(s []string) {}

//export odd_pointer
func odd_pointer() *C.int32_t { return nil }

//export odd_pointers
func odd_pointers(p **C.char) {}

//export odd_bits_of
func odd_bits_of(b C.odd_bits) {}

//export odd_union_of
func odd_union_of(u *C.odd_union) {}

//export odd_time
func odd_time(t C.time_t) {}

//export odd_call
func odd_call(f C.odd_callback) {}

//gotoolchain:slize data n
//gotoolchain:out nothing
//gotoolchain:out
//export odd_directives
func odd_directives(data *int32) {}

//export Twice
func Twice() {}

//export odd_twice
func odd_twice() {}

//gotoolchain:ignore
//export odd_ignored
func odd_ignored(p unsafe.Pointer) {}

func main() {}
