// Command agent is the Go half of the sample: it draws pictures for the ASP.NET Core application that has started it.
package main

import (
	"log/slog"
	"net/http"
	"os"
)

func main() {
	// One JSON object a line: in the application each becomes a log entry of the same level, with its attributes.
	logger := slog.New(slog.NewJSONHandler(os.Stderr, nil))

	mux := http.NewServeMux()
	mux.HandleFunc("/health", func(http.ResponseWriter, *http.Request) {})
	mux.HandleFunc("/identicon", func(w http.ResponseWriter, r *http.Request) {
		name := r.URL.Query().Get("name")
		w.Header().Set("Content-Type", "image/png")
		if err := drawIdenticon(w, name); err != nil {
			logger.Error("no picture", "name", name, "error", err)
			return
		}
		logger.Info("picture", "name", name)
	})

	if err := serve(&http.Server{Handler: mux}); err != nil {
		logger.Error("ended", "error", err)
		os.Exit(1)
	}
}
