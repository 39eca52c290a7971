// Agent is the program that the tests of GoSidecarProcess start: each flag is a way in which a sidecar may behave.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"
)

var (
	listen   = flag.String("listen", "", "address to listen on")
	delay    = flag.Duration("delay", 0, "pause before it listens")
	status   = flag.Int("status", 200, "answer to /health")
	exit     = flag.Int("exit", -1, "ends at once with this exit code")
	stubborn = flag.Bool("stubborn", false, "ignores SIGTERM")
	children = flag.String("children", "", "starts children: plain, group, session, orphan")
	lines    = flag.Int("lines", 0, "prints so many lines")
	echo     = flag.Bool("echo", false, "prints its standard input, and ends with it")
)

func main() {
	flag.Parse()
	fmt.Println("started in", directory(), "with", os.Getenv("AGENT_NAME"), os.Getenv("AGENT_PORT"))
	for i := 0; i < *lines; i++ {
		fmt.Println("line", i)
	}
	if *exit >= 0 {
		fmt.Fprintln(os.Stderr, "ends as it was told")
		os.Exit(*exit)
	}
	for _, kind := range strings.FieldsFunc(*children, func(r rune) bool { return r == ',' }) {
		start(kind)
	}
	stop := make(chan os.Signal, 1)
	if *stubborn {
		signal.Ignore(syscall.SIGTERM)
	} else {
		signal.Notify(stop, syscall.SIGTERM)
	}
	if *echo {
		for in := bufio.NewScanner(os.Stdin); in.Scan(); {
			fmt.Println("heard", in.Text())
		}
		return
	}
	if *listen != "" {
		serve()
	}
	fmt.Println("ready")
	<-stop
	fmt.Println("bye")
}

func serve() {
	time.Sleep(*delay)
	listener, err := net.Listen("tcp", *listen)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println("listening on", listener.Addr())
	http.HandleFunc("/health", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(*status) })
	go http.Serve(listener, nil)
}

func directory() string {
	directory, err := os.Getwd()
	if err != nil {
		return err.Error()
	}
	return directory
}
