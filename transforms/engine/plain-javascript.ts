interface Register {
  readonly revert?: () => void;
}

/**
 * Has Node load what a transform requires as it is. jscodeshift sends all of it through @babel/register, with plugins
 * that do not know the syntax of our dependencies; `revert` is that package's own way to stop.
 * https://babeljs.io/docs/babel-register#compiling-plugins-and-presets-on-the-fly
 */
function stopTranspiling(): void {
  for (const [path, module] of Object.entries(require.cache)) {
    if (/[\\/]@babel[\\/]register[\\/]lib[\\/]\w+\.c?js$/.test(path))
      (module?.exports as Register | undefined)?.revert?.();
  }
}

stopTranspiling();
