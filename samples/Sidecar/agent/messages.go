package main

// What the agent answers; the other half is in ../Messages.cs.

type version struct {
	Go       string `json:"go"`
	Platform string `json:"platform"`
	Pid      int    `json:"pid"`
}

type indexRequest struct {
	Root string `json:"root"`
}

type indexStep struct {
	Files   int      `json:"files"`
	Bytes   int64    `json:"bytes"`
	Summary *summary `json:"summary,omitempty"`
	Error   string   `json:"error,omitempty"`
}

type summary struct {
	Files       int         `json:"files"`
	Directories int         `json:"directories"`
	Bytes       int64       `json:"bytes"`
	Unreadable  int         `json:"unreadable"`
	Seconds     float64     `json:"seconds"`
	Workers     int         `json:"workers"`
	Kinds       []kind      `json:"kinds"`
	Duplicates  []duplicate `json:"duplicates"`
}

type kind struct {
	Extension string `json:"extension"`
	Files     int    `json:"files"`
	Bytes     int64  `json:"bytes"`
}

type duplicate struct {
	Sha256 string   `json:"sha256"`
	Bytes  int64    `json:"bytes"`
	Paths  []string `json:"paths"`
}
