"""The portal: server-rendered pages over the desk, in the reader's language, complete without scripts. `app.create_app` builds it."""
