module example.com/multirid/agent

go 1.19
