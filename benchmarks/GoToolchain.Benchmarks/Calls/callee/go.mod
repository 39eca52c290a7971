module example.com/callee

go 1.24
