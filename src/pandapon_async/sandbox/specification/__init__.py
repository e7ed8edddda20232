"""Operations, schemas and request validation, read from the OpenAPI specifications."""
