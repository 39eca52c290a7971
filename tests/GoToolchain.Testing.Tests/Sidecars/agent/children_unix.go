//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"syscall"
)

// Start starts a copy of this program that does nothing: in its process group, in one of its own, in a session of its own, or without a parent.
func start(kind string) {
	command := exec.Command(os.Args[0], "-stubborn")
	switch kind {
	case "group":
		command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	case "session":
		command.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	case "naked":
		command.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
		command.Env = []string{}
	case "orphan":
		// Its parent, a shell, ends at once.
		command = exec.Command("/bin/sh", "-c", `"$0" -stubborn &`, os.Args[0])
		command.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	}
	if err := command.Start(); err != nil {
		panic(err)
	}
	if kind == "orphan" {
		command.Wait()
	}
	fmt.Println("child", kind)
}
