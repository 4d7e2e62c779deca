// Checks a log's folder with the Go checksum database's own code, golang.org/x/mod/sumdb/{note,tlog}.
//
// Standard input says what to check (Question). Exit 0: all of it holds. Exit 1: it does not; the reason is on
// standard error.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

// Question is a folder, the key of its log, and what is claimed of it.
type Question struct {
	Folder string
	Vkey   string
	Older  string   // a signed note of an earlier tree, or empty
	Proof  []string // that it begins the tree of the folder's checkpoint, in base64
	Leaves []Leaf
}

// Leaf is an entry with the proof that it is in the tree.
type Leaf struct {
	Index int64
	Data  []byte
	Proof []string
}

type folder struct{ path string }

func (f folder) Height() int { return height }

func (f folder) SaveTiles([]tlog.Tile, [][]byte) {}

func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	read := make([][]byte, len(tiles))
	for i, tile := range tiles {
		// This library names the height too: its tile/8/0/000 is tile/0/000 of the C2SP standard.
		path := strings.Replace(tile.Path(), fmt.Sprintf("tile/%d/", height), "tile/", 1)
		data, err := os.ReadFile(filepath.Join(f.path, path))
		if err != nil {
			return nil, err
		}
		if len(data) != tile.W*tlog.HashSize {
			return nil, fmt.Errorf("%s has %d bytes", path, len(data))
		}
		read[i] = data
	}
	return read, nil
}

// entry reads one entry from its bundle; this library knows no bundles.
func (f folder) entry(index, size int64) ([]byte, error) {
	width := size - index>>height<<height
	if width > 1<<height {
		width = 1 << height
	}
	tile := tlog.Tile{H: height, L: 0, N: index >> height, W: int(width)}
	path := strings.Replace(tile.Path(), fmt.Sprintf("tile/%d/0/", height), "tile/entries/", 1)
	data, err := os.ReadFile(filepath.Join(f.path, path))
	for at := index >> height << height; err == nil; at++ {
		if len(data) < 2 || len(data)-2 < int(binary.BigEndian.Uint16(data)) {
			return nil, fmt.Errorf("%s ends before entry %d", path, index)
		}
		length := 2 + int(binary.BigEndian.Uint16(data))
		if at == index {
			return data[2:length], nil
		}
		data = data[length:]
	}
	return nil, err
}

// open verifies a checkpoint and gives its tree.
func open(message []byte, vkey string) (tree tlog.Tree, err error) {
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return tree, err
	}
	opened, err := note.Open(message, note.VerifierList(verifier))
	if err != nil {
		return tree, err
	}
	origin, rest, _ := strings.Cut(opened.Text, "\n")
	if origin != verifier.Name() {
		return tree, fmt.Errorf("a checkpoint of %q", origin)
	}
	return tlog.ParseTree([]byte("go.sum database tree\n" + rest)) // the one origin that this library reads
}

func hashes(encoded []string) ([]tlog.Hash, error) {
	decoded := make([]tlog.Hash, len(encoded))
	for i, text := range encoded {
		data, err := base64.StdEncoding.DecodeString(text)
		if err != nil || len(data) != tlog.HashSize {
			return nil, fmt.Errorf("%q is no hash", text)
		}
		copy(decoded[i][:], data)
	}
	return decoded, nil
}

func checkOlder(q Question, tree tlog.Tree, reader tlog.HashReader) error {
	older, err := open([]byte(q.Older), q.Vkey)
	if err != nil {
		return err
	}
	made, err := tlog.ProveTree(tree.N, older.N, reader)
	if err != nil {
		return err
	}
	if err := tlog.CheckTree(made, tree.N, tree.Hash, older.N, older.Hash); err != nil {
		return fmt.Errorf("the older tree by the tiles: %w", err)
	}
	given, err := hashes(q.Proof)
	if err != nil {
		return err
	}
	if err := tlog.CheckTree(given, tree.N, tree.Hash, older.N, older.Hash); err != nil {
		return fmt.Errorf("the older tree by its proof: %w", err)
	}
	return nil
}

func checkLeaf(leaf Leaf, f folder, tree tlog.Tree, reader tlog.HashReader) error {
	stored, err := f.entry(leaf.Index, tree.N)
	if err != nil {
		return err
	}
	if !bytes.Equal(stored, leaf.Data) {
		return fmt.Errorf("entry %d is another one in its bundle", leaf.Index)
	}
	made, err := tlog.ProveRecord(tree.N, leaf.Index, reader)
	if err != nil {
		return err
	}
	hash := tlog.RecordHash(stored)
	if err := tlog.CheckRecord(made, tree.N, tree.Hash, leaf.Index, hash); err != nil {
		return fmt.Errorf("entry %d by the tiles: %w", leaf.Index, err)
	}
	given, err := hashes(leaf.Proof)
	if err != nil {
		return err
	}
	if err := tlog.CheckRecord(given, tree.N, tree.Hash, leaf.Index, hash); err != nil {
		return fmt.Errorf("entry %d by its proof: %w", leaf.Index, err)
	}
	return nil
}

func check() error {
	var q Question
	if err := json.NewDecoder(os.Stdin).Decode(&q); err != nil {
		return err
	}
	message, err := os.ReadFile(filepath.Join(q.Folder, "checkpoint"))
	if err != nil {
		return err
	}
	tree, err := open(message, q.Vkey)
	if err != nil {
		return err
	}
	f := folder{q.Folder}
	reader := tlog.TileHashReader(tree, f)
	if root, err := tlog.TreeHash(tree.N, reader); err != nil || root != tree.Hash {
		return fmt.Errorf("the tiles make the root %v, not %v: %v", root, tree.Hash, err)
	}
	if q.Older != "" {
		if err := checkOlder(q, tree, reader); err != nil {
			return err
		}
	}
	for _, leaf := range q.Leaves {
		if err := checkLeaf(leaf, f, tree, reader); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	if err := check(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
