"""Pages as bytes: HTML by templates, data as JSON, pictures at the sizes that pages show."""
