module example.com/libcallee

go 1.24
