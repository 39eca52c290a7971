package main

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// serve listens where the host says, and ends when the host asks for it or is gone. It is what every Go sidecar of a GoSidecarHost needs: copy it.
func serve(server *http.Server) error {
	listener, err := net.Listen("unix", os.Getenv("GOTC_SIDECAR_SOCKET"))
	if err != nil {
		return err
	}

	stop, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer cancel()
	go func() {
		// Standard input is a pipe from the host. It closes when the host wants the end, and when it has ended in whatever way.
		_, _ = io.Copy(io.Discard, os.Stdin)
		cancel()
	}()

	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-stop.Done():
	}

	// Requests that are on their way get their answer, within the time that the host gives (StopTimeout: 10 seconds).
	patience, done := context.WithTimeout(context.Background(), 8*time.Second)
	defer done()
	if err := server.Shutdown(patience); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return nil
}
