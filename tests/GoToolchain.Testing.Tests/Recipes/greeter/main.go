// Greeter is the server of the recipe "test a .NET client against a Go server".
package main

import (
	"fmt"
	"net"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/greet", func(w http.ResponseWriter, r *http.Request) {
		name := r.URL.Query().Get("name")
		fmt.Println("greets", name)
		fmt.Fprintf(w, "%s, %s", os.Getenv("GREETING"), name)
	})
	// Port 0: the system gives one that nobody else has. Print it, and listen before you print.
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println("listening on", listener.Addr())
	http.Serve(listener, nil)
}
