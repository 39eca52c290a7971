// Libcallee adds two numbers for whoever has loaded it.
package main

import "C"

//export callee_add
func callee_add(a, b C.longlong) C.longlong { return a + b }

//export gotoolchain_bind
func gotoolchain_bind() {}

func main() {}
