// Checks a Plenum log with the implementation of the Go checksum database, which shares no line with ours.
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run check-tlog.go PLACE VKEY < claims.json
//
// PLACE is a folder or an http address that holds `checkpoint` and `tile/…` (c2sp.org/tlog-tiles). It checks the
// signature of the checkpoint, every tile it reads up to the signed root, and the claims: leaf hashes with their inclusion
// proofs, and an older tree with its consistency proof. Debian has the packages: golang-go golang-golang-x-mod-dev.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type claims struct {
	Leaves []struct {
		Seq   int64
		Hash  tlog.Hash
		Proof tlog.RecordProof
	}
	Older *struct {
		Size  int64
		Root  tlog.Hash
		Proof tlog.TreeProof
	}
}

type place string

func (p place) get(path string) ([]byte, error) {
	if !strings.HasPrefix(string(p), "http") {
		return os.ReadFile(filepath.Join(string(p), path))
	}
	answer, err := http.Get(string(p) + "/" + path)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", path, answer.Status)
	}
	return io.ReadAll(answer.Body)
}

// Go's own paths name the height of the tile too; tlog-tiles has one height, 8, and does not.
func (p place) Height() int                         { return 8 }
func (p place) SaveTiles(_ []tlog.Tile, _ [][]byte) {}
func (p place) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range tiles {
		data, err := p.get(strings.Replace(tile.Path(), "tile/8/", "tile/", 1))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

func (p place) tree(vkey string) (tlog.Tree, error) {
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return tlog.Tree{}, err
	}
	text, err := p.get("checkpoint")
	if err != nil {
		return tlog.Tree{}, err
	}
	opened, err := note.Open(text, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		return tlog.Tree{}, fmt.Errorf("not a checkpoint of %s: %q", verifier.Name(), opened.Text)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: root}, err
}

func check(p place, vkey string, claimed claims) (int64, error) {
	tree, err := p.tree(vkey)
	if err != nil {
		return 0, err
	}
	reader := tlog.TileHashReader(tree, p)
	for _, leaf := range claimed.Leaves {
		hashes, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, leaf.Seq)})
		if err != nil {
			return 0, fmt.Errorf("tiles of entry %d: %w", leaf.Seq, err)
		}
		if hashes[0] != leaf.Hash {
			return 0, fmt.Errorf("entry %d has another leaf hash in its tile", leaf.Seq)
		}
		// x/mod of 2022 (Debian 12) leaves a tile unchecked here where several peaks of the tree share one tile; a proof made
		// from the tiles is checked whole.
		proof, err := tlog.ProveRecord(tree.N, leaf.Seq, reader)
		if err == nil {
			err = tlog.CheckRecord(proof, tree.N, tree.Hash, leaf.Seq, leaf.Hash)
		}
		if err != nil {
			return 0, fmt.Errorf("tiles of entry %d: %w", leaf.Seq, err)
		}
		if err := tlog.CheckRecord(leaf.Proof, tree.N, tree.Hash, leaf.Seq, leaf.Hash); err != nil {
			return 0, fmt.Errorf("inclusion of entry %d: %w", leaf.Seq, err)
		}
	}
	if older := claimed.Older; older != nil {
		if err := tlog.CheckTree(older.Proof, tree.N, tree.Hash, older.Size, older.Root); err != nil {
			return 0, fmt.Errorf("consistency with %d: %w", older.Size, err)
		}
	}
	return tree.N, nil
}

func main() {
	var claimed claims
	if err := json.NewDecoder(os.Stdin).Decode(&claimed); err != nil {
		fmt.Println("claims:", err)
		os.Exit(2)
	}
	size, err := check(place(os.Args[1]), os.Args[2], claimed)
	if err != nil {
		fmt.Println("refused:", err)
		os.Exit(1)
	}
	fmt.Println("accepted:", size)
}
