// Command agent is the Go half of the sidecar sample: it indexes directories for the program that started it.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"strings"
	"time"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("agent: ")
	listen := flag.String("listen", "tcp:127.0.0.1:0", "where to listen: unix:PATH or tcp:HOST:PORT")
	flag.Parse()

	network, address, _ := strings.Cut(*listen, ":")
	listener, err := net.Listen(network, address)
	if err != nil {
		log.Fatal(err)
	}

	stop, shutdown := context.WithCancel(context.Background())
	server := &http.Server{Handler: newService(os.Getenv("AGENT_TOKEN"), shutdown), ReadHeaderTimeout: 5 * time.Second}
	go func() {
		if err := server.Serve(listener); err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()

	// Standard input is a pipe from the parent. It closes when the parent ends, even when it is killed.
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		shutdown()
	}()

	// The parent waits for this line.
	fmt.Printf("ready %s:%s\n", network, listener.Addr())

	<-stop.Done()
	patience, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	if err := server.Shutdown(patience); err != nil {
		_ = server.Close()
	}
}
