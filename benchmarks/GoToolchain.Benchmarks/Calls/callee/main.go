// Callee adds two numbers for whoever asks: over a pipe, a bare socket, or HTTP.
package main

import (
	"encoding/binary"
	"flag"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
)

var (
	way = flag.String("way", "http", "pipe, raw or http")
	tcp = flag.Bool("tcp", false, "a TCP port that it prints, instead of the socket of its host")
)

func main() {
	flag.Parse()
	if *way == "pipe" {
		serveBytes(os.Stdin, os.Stdout)
		return
	}
	go func() {
		io.Copy(io.Discard, os.Stdin)
		os.Exit(0)
	}()
	listener := listen()
	if *way == "http" {
		http.HandleFunc("/add", addNumbers)
		server := &http.Server{Protocols: new(http.Protocols)}
		server.Protocols.SetHTTP1(true)
		server.Protocols.SetUnencryptedHTTP2(true)
		log.Fatal(server.Serve(listener))
	}
	for {
		connection, err := listener.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go serveBytes(connection, connection)
	}
}

func listen() net.Listener {
	network, address := "unix", os.Getenv("GOTC_SIDECAR_SOCKET")
	if *tcp {
		network, address = "tcp", "127.0.0.1:0"
	}
	listener, err := net.Listen(network, address)
	if err != nil {
		log.Fatal(err)
	}
	if *tcp {
		fmt.Println("listening on", listener.Addr())
	}
	return listener
}

// A request is two numbers of eight bytes, the answer one.
func serveBytes(r io.Reader, w io.Writer) {
	var request [16]byte
	for {
		if _, err := io.ReadFull(r, request[:]); err != nil {
			return
		}
		if _, err := w.Write(add(request[:])); err != nil {
			return
		}
	}
}

func addNumbers(w http.ResponseWriter, r *http.Request) {
	var request [16]byte
	if _, err := io.ReadFull(r.Body, request[:]); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	w.Write(add(request[:]))
}

func add(request []byte) []byte {
	sum := binary.LittleEndian.Uint64(request) + binary.LittleEndian.Uint64(request[8:])
	return binary.LittleEndian.AppendUint64(nil, sum)
}
