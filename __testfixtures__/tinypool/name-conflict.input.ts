import { Tinypool } from 'tinypool';

class MapPool extends Tinypool {
  map(tiles: string[]) {
    return tiles.map((tile) => this.run(tile));
  }
}

export const atlas = new MapPool({ filename: './draw-tile.mjs' });
