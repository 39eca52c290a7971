module example.com/sidecarweb/agent

go 1.21
