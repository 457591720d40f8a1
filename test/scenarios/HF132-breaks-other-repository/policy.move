aside
