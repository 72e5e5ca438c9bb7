"""The steps of the pipeline, a module each, in the order of nlp.pipeline.COMPONENTS; each marks the Doc."""
