// Sets theme and density before the first paint, so that nothing flashes.
(function () {
  var root = document.documentElement;
  var theme = localStorage.getItem('assay.theme') || 'system';
  var dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  root.dataset.density = localStorage.getItem('assay.density') || 'normal';
})();
