module example.com/libstress

go 1.19
