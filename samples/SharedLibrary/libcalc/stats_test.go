package main

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"
)

// The table that Program.cs goes through too, across the border: both have to agree with it.
type summaryCase struct {
	Samples        [][2]float64
	Count          int
	Mean, Min, Max float64
	Error, Panic   string
}

func TestSummaries(t *testing.T) {
	text, err := os.ReadFile("testdata/summaries.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []summaryCase
	if err := json.Unmarshal(text, &cases); err != nil {
		t.Fatal(err)
	}
	for i, c := range cases {
		t.Run(fmt.Sprint(i), func(t *testing.T) { c.check(t) })
	}
}

func (c summaryCase) check(t *testing.T) {
	defer func() {
		if p := recover(); fmt.Sprint(p) != c.Panic && (p != nil || c.Panic != "") {
			t.Errorf("panic %v, not %q", p, c.Panic)
		}
	}()
	in := make([]sample, len(c.Samples))
	for i, s := range c.Samples {
		in[i] = sample{s[0], int(s[1])}
	}
	found, err := summarize(in)
	if err != nil || c.Error != "" {
		if err == nil || err.Error() != c.Error {
			t.Errorf("error %v, not %q", err, c.Error)
		}
		return
	}
	if expected := (summary{c.Count, c.Mean, c.Min, c.Max}); found != expected {
		t.Errorf("%v, not %v", found, expected)
	}
}
