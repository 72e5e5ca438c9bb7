"""The steps of the pipeline, one module each, in the order of nlp.pipeline.COMPONENTS. Each marks what it finds in the Doc."""
