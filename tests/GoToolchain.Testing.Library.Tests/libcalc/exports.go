package main

// #include <stdint.h>
// #include <stdlib.h>
import "C"
import "unsafe"

//export gotoolchain_bind
func gotoolchain_bind() {}

//export calc_add
func calc_add(a, b C.int32_t) C.int32_t { return a + b }

//export calc_swap
func calc_swap(a, b *C.int32_t) { *a, *b = *b, *a }

//export calc_greet
func calc_greet(name *C.char) *C.char { return C.CString("hello " + C.GoString(name)) }

//export calc_free
func calc_free(text *C.char) { C.free(unsafe.Pointer(text)) }

func main() {}
