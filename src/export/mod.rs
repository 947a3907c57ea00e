//! Export: the only place where annotations take on a wire format.
