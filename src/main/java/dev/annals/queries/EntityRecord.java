package dev.annals.queries;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;

/** A row of the catalogue: an office, person or place as known from one position until another. */
@Entity
@Immutable
@Table(name = "entities")
@IdClass(EntityRecord.Key.class)
public class EntityRecord extends PanacheEntityBase {

    /** What tells the rows of the catalogue apart. */
    public record Key(int timeline, String kind, String slug, long knownFrom)
            implements Serializable {}

    @Id public int timeline;
    @Id public String kind;
    @Id public String slug;

    @Id
    @Column(name = "known_from")
    public long knownFrom;

    @Column(name = "known_until")
    public long knownUntil;

    public String label;

    /** JSON, as it is answered. */
    public String description;
}
