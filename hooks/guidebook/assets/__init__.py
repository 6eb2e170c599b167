"""What happens to CSS, JavaScript and the service worker at the end of a build."""
