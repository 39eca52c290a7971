package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sort"
	"strings"
	"sync"
	"time"
)

const shown = 5 // kinds and duplicates in a summary

type file struct {
	path string // relative to the root
	size int64
	hash string
}

// index reads and hashes every file below a directory, on all processors.
type index struct {
	root    string
	started time.Time

	mu          sync.Mutex
	files       []file
	directories int
	bytes       int64
	unreadable  int
}

func newIndex(root string) *index {
	return &index{root: root, started: time.Now()}
}

// run ends early, with an error, when the context does or when the root cannot be read.
func (x *index) run(ctx context.Context) error {
	found := make(chan file)
	var workers sync.WaitGroup
	for i := 0; i < runtime.GOMAXPROCS(0); i++ {
		workers.Add(1)
		go func() {
			defer workers.Done()
			for f := range found {
				x.hash(f)
			}
		}()
	}

	err := filepath.WalkDir(x.root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil && path == x.root:
			return err
		case err != nil:
			x.count(func() { x.unreadable++ })
		case entry.IsDir():
			x.count(func() { x.directories++ })
		case entry.Type().IsRegular():
			relative, _ := filepath.Rel(x.root, path)
			found <- file{path: relative}
		}
		return nil
	})
	close(found)
	workers.Wait()
	return err
}

func (x *index) hash(f file) {
	sum := sha256.New()
	size, err := copyFile(sum, filepath.Join(x.root, f.path))
	if err != nil {
		x.count(func() { x.unreadable++ })
		return
	}
	f.size, f.hash = size, hex.EncodeToString(sum.Sum(nil))
	x.count(func() {
		x.files = append(x.files, f)
		x.bytes += size
	})
}

func copyFile(w io.Writer, path string) (int64, error) {
	in, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer in.Close()
	return io.Copy(w, in)
}

func (x *index) count(change func()) {
	x.mu.Lock()
	defer x.mu.Unlock()
	change()
}

func (x *index) progress() (files int, bytes int64) {
	x.mu.Lock()
	defer x.mu.Unlock()
	return len(x.files), x.bytes
}

// summarize may be called when run has returned.
func (x *index) summarize() *summary {
	return &summary{
		Files:       len(x.files),
		Directories: x.directories,
		Bytes:       x.bytes,
		Unreadable:  x.unreadable,
		Seconds:     time.Since(x.started).Seconds(),
		Workers:     runtime.GOMAXPROCS(0),
		Kinds:       x.kinds(),
		Duplicates:  x.duplicates(),
	}
}

func (x *index) kinds() []kind {
	byExtension := map[string]*kind{}
	for _, f := range x.files {
		extension := strings.ToLower(filepath.Ext(f.path))
		k := byExtension[extension]
		if k == nil {
			k = &kind{Extension: extension}
			byExtension[extension] = k
		}
		k.Files++
		k.Bytes += f.size
	}
	kinds := make([]kind, 0, len(byExtension))
	for _, k := range byExtension {
		kinds = append(kinds, *k)
	}
	sort.Slice(kinds, func(i, j int) bool {
		if kinds[i].Bytes != kinds[j].Bytes {
			return kinds[i].Bytes > kinds[j].Bytes
		}
		return kinds[i].Extension < kinds[j].Extension
	})
	if len(kinds) > shown {
		kinds = kinds[:shown]
	}
	return kinds
}

func (x *index) duplicates() []duplicate {
	byHash := map[string]*duplicate{}
	for _, f := range x.files {
		d := byHash[f.hash]
		if d == nil {
			d = &duplicate{Sha256: f.hash, Bytes: f.size}
			byHash[f.hash] = d
		}
		d.Paths = append(d.Paths, f.path)
	}
	duplicates := []duplicate{}
	for _, d := range byHash {
		if len(d.Paths) > 1 && d.Bytes > 0 {
			sort.Strings(d.Paths)
			duplicates = append(duplicates, *d)
		}
	}
	sort.Slice(duplicates, func(i, j int) bool {
		if duplicates[i].Bytes != duplicates[j].Bytes {
			return duplicates[i].Bytes > duplicates[j].Bytes
		}
		return duplicates[i].Sha256 < duplicates[j].Sha256
	})
	if len(duplicates) > shown {
		duplicates = duplicates[:shown]
	}
	return duplicates
}
