/** Which spans may be without their parent; everything is optional. */
export interface OrphanOptions {
  /**
   * Whether a parent may be missing that is known to be in another process, as that of a request which somebody else has
   * begun. Has no effect with the line 1.x, whose spans do not tell.
   * @default false
   */
  readonly allowRemote?: boolean;
}
