export interface ThumbnailTask {
  image: Uint8Array;
  width: number;
}

export interface Thumbnail {
  jpeg: Uint8Array;
  width: number;
  height: number;
}

export interface ChecksumTask {
  image: Uint8Array;
}
