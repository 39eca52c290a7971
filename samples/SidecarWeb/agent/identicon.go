package main

import (
	"crypto/sha256"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
)

const (
	cells = 5
	size  = 32
)

// drawIdenticon writes a PNG that looks the same for the same name, and else different: five by five cells, the right ones a mirror of the left ones.
func drawIdenticon(w io.Writer, name string) error {
	hash := sha256.Sum256([]byte(name))
	palette := color.Palette{color.White, color.RGBA{hash[29], hash[30], hash[31], 255}}
	picture := image.NewPaletted(image.Rect(0, 0, cells*size, cells*size), palette)
	for x := 0; x < cells; x++ {
		for y := 0; y < cells; y++ {
			column := min(x, cells-1-x)
			if hash[column*cells+y]%2 == 0 {
				cell := image.Rect(x*size, y*size, (x+1)*size, (y+1)*size)
				draw.Draw(picture, cell, image.NewUniform(palette[1]), image.Point{}, draw.Src)
			}
		}
	}
	return png.Encode(w, picture)
}
