forward off main
