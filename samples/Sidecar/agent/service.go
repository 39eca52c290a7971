package main

import (
	"crypto/subtle"
	"encoding/json"
	"net/http"
	"os"
	"runtime"
	"time"
)

// newService answers requests that carry the token; shutdown ends the agent.
func newService(token string, shutdown func()) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/health", func(w http.ResponseWriter, r *http.Request) {})
	mux.HandleFunc("/version", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(version{runtime.Version(), runtime.GOOS + "/" + runtime.GOARCH, os.Getpid()})
	})
	mux.HandleFunc("/index", serveIndex)
	mux.HandleFunc("/shutdown", func(w http.ResponseWriter, r *http.Request) { shutdown() })

	expected := []byte("Bearer " + token)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if subtle.ConstantTimeCompare([]byte(r.Header.Get("Authorization")), expected) != 1 {
			http.Error(w, "wrong token", http.StatusUnauthorized)
			return
		}
		mux.ServeHTTP(w, r)
	})
}

// serveIndex streams one JSON object a line: progress, then the summary or an error.
func serveIndex(w http.ResponseWriter, r *http.Request) {
	var request indexRequest
	if err := json.NewDecoder(r.Body).Decode(&request); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}

	w.Header().Set("Content-Type", "application/x-ndjson")
	send := func(step indexStep) {
		_ = json.NewEncoder(w).Encode(step)
		w.(http.Flusher).Flush()
	}

	index := newIndex(request.Root)
	done := make(chan error, 1)
	// The context ends when the client goes away, and the work with it.
	go func() { done <- index.run(r.Context()) }()
	ticker := time.NewTicker(100 * time.Millisecond)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			files, bytes := index.progress()
			send(indexStep{Files: files, Bytes: bytes})
		case err := <-done:
			files, bytes := index.progress()
			step := indexStep{Files: files, Bytes: bytes}
			if err != nil {
				step.Error = err.Error()
			} else {
				step.Summary = index.summarize()
			}
			send(step)
			return
		}
	}
}
