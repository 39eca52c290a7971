// Agent is the program that the tests of GoSidecarHost start: each flag, and each request, is a way in which a sidecar may behave.
package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"time"
)

var (
	socket   = flag.String("socket", os.Getenv("GOTC_SIDECAR_SOCKET"), "where it listens")
	tcp      = flag.String("tcp", "", "a TCP address to listen on instead, which it prints")
	delay    = flag.Duration("delay", 0, "pause before it listens")
	exit     = flag.Int("exit", -1, "ends at once with this exit code")
	failures = flag.String("failures", "", "a file with a number: it is counted down, and the start fails until it is 0")
	stubborn = flag.Bool("stubborn", false, "ignores SIGTERM and the end of its input")
	input    = flag.Bool("input", false, "ends with its input, and not by SIGTERM")
	children = flag.Int("children", 0, "starts so many children that do nothing")
	idle     = flag.Bool("idle", false, "does nothing")
	echo     = flag.Bool("echo", false, "prints its input")
	slogs    = flag.Bool("slog", false, "writes records of every level")
)

func main() {
	flag.Parse()
	log.SetFlags(0)
	if *idle {
		signal.Ignore(syscall.SIGTERM)
		time.Sleep(time.Hour)
	}
	if *slogs {
		records()
	}
	countDown()
	if *exit >= 0 {
		fmt.Fprintln(os.Stderr, "ends as it was told")
		os.Exit(*exit)
	}
	for i := 0; i < *children; i++ {
		if err := exec.Command(os.Args[0], "-idle").Start(); err != nil {
			log.Fatal(err)
		}
	}

	stop, cancel := context.WithCancel(context.Background())
	watch(cancel)
	time.Sleep(*delay)
	if *socket != "" || *tcp != "" {
		serve()
	}
	fmt.Println("ready", os.Getenv("AGENT_NAME"))
	<-stop.Done()
	fmt.Println("bye")
}

func watch(cancel func()) {
	if *stubborn {
		signal.Ignore(syscall.SIGTERM)
		return
	}
	if !*input {
		signals := make(chan os.Signal, 1)
		signal.Notify(signals, syscall.SIGTERM)
		go func() {
			<-signals
			fmt.Println("asked by SIGTERM")
			cancel()
		}()
	}
	go func() {
		for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
			if *echo {
				fmt.Println("heard", lines.Text())
			}
		}
		fmt.Println("input closed")
		cancel()
	}()
}

func serve() {
	network, address := "unix", *socket
	if *tcp != "" {
		network, address = "tcp", *tcp
	}
	listener, err := net.Listen(network, address)
	if err != nil {
		log.Fatal(err)
	}
	if *tcp != "" {
		fmt.Println("listening on", listener.Addr())
	}

	var hangs atomic.Bool
	mux := http.NewServeMux()
	mux.HandleFunc("/health", func(w http.ResponseWriter, r *http.Request) {
		if hangs.Load() {
			<-r.Context().Done()
		}
	})
	mux.HandleFunc("/pid", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, os.Getpid()) })
	mux.HandleFunc("/protocol", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.Proto) })
	mux.HandleFunc("/upper", func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		fmt.Fprint(w, strings.ToUpper(string(body)))
	})
	mux.HandleFunc("/hang", func(http.ResponseWriter, *http.Request) { hangs.Store(true) })
	mux.HandleFunc("/panic", func(http.ResponseWriter, *http.Request) { go panic("as it was told") })
	mux.HandleFunc("/exit", func(_ http.ResponseWriter, r *http.Request) {
		code, _ := strconv.Atoi(r.URL.Query().Get("code"))
		os.Exit(code)
	})
	server := &http.Server{Handler: mux, Protocols: new(http.Protocols)}
	server.Protocols.SetHTTP1(true)
	// What gRPC speaks: HTTP/2 without TLS, known beforehand.
	server.Protocols.SetUnencryptedHTTP2(true)
	go server.Serve(listener)
}

func records() {
	logger := slog.New(slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{Level: slog.Level(-100)}))
	ctx := context.Background()
	for _, level := range []slog.Level{-8, -4, 0, 2, 4, 8, 12} {
		logger.Log(ctx, level, "record {with braces}", "number", 42, "ratio", 0.5, "yes", true, slog.Group("request", "path", "/x", "tags", []string{"a", "b"}))
	}
	log.Println("plain line")
}

func countDown() {
	if *failures == "" {
		return
	}
	text, err := os.ReadFile(*failures)
	if err != nil {
		log.Fatal(err)
	}
	left, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		log.Fatal(err)
	}
	if left > 0 {
		if err := os.WriteFile(*failures, []byte(strconv.Itoa(left-1)), 0o600); err != nil {
			log.Fatal(err)
		}
		log.Fatal("fails once more")
	}
}
