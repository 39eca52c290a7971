module example.com/libcalc

go 1.19
