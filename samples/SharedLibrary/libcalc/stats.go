package main

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"sync"
)

// The library proper knows nothing of C: plain Go, tested as plain Go. What .NET calls is in exports.go.

type sample struct {
	value  float64
	weight int
}

type summary struct {
	count     int
	mean, min float64
	max       float64
}

var errNoSamples = errors.New("there is nothing to summarize")

func greet(name string) string { return "Hello, " + name + "! (" + strings.ToUpper(name) + ")" }

// Panics on a negative weight: a mistake of the caller, as in much real code.
func summarize(samples []sample) (summary, error) {
	if len(samples) == 0 {
		return summary{}, errNoSamples
	}
	s := summary{min: math.Inf(1), max: math.Inf(-1)}
	total := 0.0
	for i, sample := range samples {
		if math.IsNaN(sample.value) {
			return summary{}, fmt.Errorf("sample %d is not a number", i)
		}
		if sample.weight < 0 {
			panic(fmt.Sprintf("sample %d has the weight %d", i, sample.weight))
		}
		s.count += sample.weight
		total += sample.value * float64(sample.weight)
		s.min = math.Min(s.min, sample.value)
		s.max = math.Max(s.max, sample.value)
	}
	s.mean = total / float64(s.count)
	return s, nil
}

// Tells the primes up to limit one after the other, until tell does not want more.
func primes(limit int, tell func(int) bool) int {
	found := 0
	composite := make([]bool, limit+1)
	for n := 2; n <= limit; n++ {
		if composite[n] {
			continue
		}
		found++
		if !tell(n) {
			break
		}
		for m := n * n; m <= limit; m += n {
			composite[m] = true
		}
	}
	return found
}

func largestPrime(ctx context.Context, limit int64) (int64, error) {
	for n := limit; n >= 2; n-- {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		if isPrime(n) {
			return n, nil
		}
	}
	return 0, fmt.Errorf("there is no prime up to %d", limit)
}

func isPrime(n int64) bool {
	for d := int64(2); d*d <= n; d++ {
		if n%d == 0 {
			return false
		}
	}
	return true
}

// A series that somebody else holds on to.
type series struct {
	mutex sync.Mutex
	sum   float64
}

func (s *series) add(number float64) float64 {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.sum += number
	return s.sum
}
