// Agent says what it runs on. It imports only the standard library and no C, so that it builds for every platform on every other.
package main

import (
	"fmt"
	"os"
	"runtime"
)

func main() {
	name, err := os.Hostname()
	if err != nil {
		fmt.Fprintln(os.Stderr, "agent:", err)
		os.Exit(1)
	}
	fmt.Printf("agent on %s: %s/%s, %s\n", name, runtime.GOOS, runtime.GOARCH, runtime.Version())
}
