package main

import (
	"os"
	"os/exec"
)

func start(string) {
	if err := exec.Command(os.Args[0], "-stubborn").Start(); err != nil {
		panic(err)
	}
}
