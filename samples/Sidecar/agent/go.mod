module example.com/sidecar/agent

go 1.19
